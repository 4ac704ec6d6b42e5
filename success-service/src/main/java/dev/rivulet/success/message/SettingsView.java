package dev.rivulet.success.message;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a tenant writes to people. */
@Schema(name = "MessageSettings")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SettingsView(
        @Schema(examples = "0", description = "The number inside the ETag")
        long version,

        @JsonFormat(pattern = "HH:mm") @Schema(type = SchemaType.STRING, examples = "20:00")
        LocalTime quietFrom,

        @JsonFormat(pattern = "HH:mm") @Schema(type = SchemaType.STRING, examples = "08:00")
        LocalTime quietUntil,

        @Schema(examples = "3") int most,
        @Schema(examples = "7") int withinDays,

        @Schema(examples = "https://mail.acme.example/rivulet") @Nullable
        String webhookUrl,

        @Schema(
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=",
                description = "Shown once: when a URL is set or changed")
        @Nullable
        String webhookSecret) {

    static SettingsView of(MessageSettings settings, @Nullable String secret) {
        return new SettingsView(
                settings.version(),
                settings.quiet().from(),
                settings.quiet().until(),
                settings.most(),
                settings.withinDays(),
                settings.webhookUrl(),
                secret);
    }
}
