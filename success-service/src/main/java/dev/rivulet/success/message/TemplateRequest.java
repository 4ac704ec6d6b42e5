package dev.rivulet.success.message;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a message says. */
@Schema(name = "MessageTemplateRequest", examples = """
        {"subject": "Welcome, {customer}", "body": "{#if manager}{manager} looks after you from now on.{/if}"}""")
public record TemplateRequest(
        @NotBlank
        @Size(max = 200, message = "{text-too-long}")
        @Schema(examples = "Welcome, {customer}", description = "One line of text with places in braces")
        String subject,

        @NotBlank
        @Size(max = 20_000, message = "{text-too-long}")
        @Schema(
                examples = "{#if manager}{manager} looks after you from now on.{/if}",
                description = "Plain text; Qute's places and if-sections, no loops and no includes. A line with the"
                        + " unsubscribe link is added")
        String body) {}
