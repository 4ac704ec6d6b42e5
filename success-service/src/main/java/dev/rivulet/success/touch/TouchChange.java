package dev.rivulet.success.touch;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.success.touch.domain.TouchModel;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a customer came to be looked after as it is. */
@Schema(name = "TouchChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TouchChange(
        TouchModel model,

        @Schema(examples = "mila.horn@acme.example") @Nullable
        String manager,

        @Schema(
                examples = "graduated",
                description = "A code of the product, or the words of whoever changed it by hand")
        String reason,

        Instant changedAt) {}
