package dev.rivulet.success.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a tenant writes to people. */
@Schema(name = "MessageSettingsRequest")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SettingsRequest(
        @NotNull
        @Schema(
                type = SchemaType.STRING,
                examples = "20:00",
                description = "From this local time nobody is disturbed; the same as quietUntil: at any time")
        LocalTime quietFrom,

        @NotNull
        @Schema(type = SchemaType.STRING, examples = "08:00", description = "Until this one, where the person is")
        LocalTime quietUntil,

        @NotNull
        @Min(value = 1, message = "{settings-range}")
        @Max(value = 100, message = "{settings-range}")
        @Schema(examples = "3", description = "Messages to one person at most")
        Integer most,

        @NotNull
        @Min(value = 1, message = "{settings-range}")
        @Max(value = 100, message = "{settings-range}")
        @Schema(examples = "7", description = "Within so many days of 24 hours")
        Integer withinDays,

        @Size(max = 2_000, message = "{text-too-long}")
        @Schema(
                examples = "https://mail.acme.example/rivulet",
                description =
                        "Where messages are handed over to be sent, signed by Standard Webhooks 1.0; without it they"
                                + " become files in the mail folder of a development set-up, or fail")
        @Nullable
        String webhookUrl) {

    static SettingsRequest of(MessageSettings settings) {
        return new SettingsRequest(
                settings.quiet().from(),
                settings.quiet().until(),
                settings.most(),
                settings.withinDays(),
                settings.webhookUrl());
    }
}
