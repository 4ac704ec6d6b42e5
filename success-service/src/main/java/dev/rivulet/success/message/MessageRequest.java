package dev.rivulet.success.message;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message to be sent by hand. */
@Schema(name = "MessageRequest", examples = """
        {"accountId": "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60", "recipient": "ada.nowak@northwind.example",
         "language": "en", "zone": "Europe/Berlin", "template": "welcome", "values": {"manager": "Mila Horn"}}""")
public record MessageRequest(
        @NotNull UUID accountId,

        @NotNull
        @Pattern(regexp = "[^@\\s<>]{1,64}@[^@\\s<>]{1,190}", message = "{address-format}")
        @Schema(examples = "ada.nowak@northwind.example")
        String recipient,

        @Pattern(regexp = "en|ru", message = "{language-unknown}")
        @Schema(examples = "en", description = "en or ru; left out, en")
        @Nullable
        String language,

        @Schema(
                examples = "Europe/Berlin",
                description = "IANA zone in which the person is not to be disturbed; left out, the customer's")
        @Size(max = 60, message = "{text-too-long}")
        @Nullable
        String zone,

        @NotNull @Size(max = 60, message = "{text-too-long}") @Schema(examples = "welcome")
        String template,

        @Size(max = 30, message = "{list-too-long}")
        @Schema(description = "What the template's places are filled with", examples = "{\"manager\":\"Mila Horn\"}")
        @Nullable
        Map<@Size(max = 60, message = "{text-too-long}") String, @Size(max = 2_000, message = "{text-too-long}") String>
                values) {}
