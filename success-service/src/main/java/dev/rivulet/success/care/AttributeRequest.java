package dev.rivulet.success.care;

import dev.rivulet.success.care.domain.AttributeType;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the values of an attribute are. */
@Schema(name = "CustomerAttributeRequest", examples = """
        {"type": "TEXT"}""")
public record AttributeRequest(
        @NotNull @Schema(examples = "TEXT") AttributeType type) {}
