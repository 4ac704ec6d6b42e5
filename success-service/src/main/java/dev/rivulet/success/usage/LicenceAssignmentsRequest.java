package dev.rivulet.success.usage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everybody who holds a seat. */
@Schema(name = "LicenceAssignments", examples = """
        {"userIds": ["user-4711", "user-4712"]}""")
public record LicenceAssignmentsRequest(
        @NotNull
        @Size(max = LicenceAssignmentsRequest.MOST, message = "{assignments-too-many}")
        @Schema(description = "The users' ids as in usage events, up to 10,000; naming one twice is naming it once")
        List<@NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*", message = "{text-control-characters}") String>
                userIds) {

    static final int MOST = 10_000;
}
