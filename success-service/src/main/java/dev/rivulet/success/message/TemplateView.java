package dev.rivulet.success.message;

import dev.rivulet.success.message.MessageTexts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A template as it is used now. */
@Schema(name = "MessageTemplate")
public record TemplateView(
        @Schema(examples = "welcome") String key,
        @Schema(examples = "en") String language,
        @Schema(examples = "Welcome, {customer}") String subject,

        @Schema(examples = "{manager} looks after you from now on.")
        String body,

        @Schema(examples = "true", description = "Whether it is the product's")
        boolean builtIn) {

    static TemplateView of(String key, String language, Text text, boolean builtIn) {
        return new TemplateView(key, language, text.subject(), text.body(), builtIn);
    }
}
