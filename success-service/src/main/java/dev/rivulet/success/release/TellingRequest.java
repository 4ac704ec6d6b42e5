package dev.rivulet.success.release;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who has been told that what it asked for is there. */
@Schema(name = "TellingRequest", examples = """
        {"accountId": "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60"}""")
public record TellingRequest(
        @NotNull @Schema(examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60")
        UUID accountId) {}
