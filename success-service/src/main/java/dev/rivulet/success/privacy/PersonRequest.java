package dev.rivulet.success.privacy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a person goes by besides their contact. */
@Schema(name = "PersonRequest", examples = """
        {"userIds": ["anna"]}""")
public record PersonRequest(
        @Size(max = 20, message = "{list-too-long}")
        @Schema(
                examples = "[\"anna\"]",
                description = "Ids under which the products report the person's usage, and under which answers were"
                        + " recorded; the contact's id and e-mail addresses are taken anyway")
        @Nullable
        List<@NotBlank @Size(max = 200, message = "{text-too-long}") String> userIds) {

    List<String> users() {
        return userIds == null ? List.of() : userIds;
    }
}
