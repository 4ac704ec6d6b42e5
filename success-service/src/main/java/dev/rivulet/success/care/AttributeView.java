package dev.rivulet.success.care;

import dev.rivulet.success.care.domain.AttributeType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A name that customers may have an attribute of. */
@Schema(name = "CustomerAttribute")
public record AttributeView(@Schema(examples = "industry") String name, AttributeType type) {}
