package dev.rivulet.success.touch;

import dev.rivulet.success.touch.domain.TouchModel;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a customer is to be looked after. */
@Schema(name = "TouchRequest", examples = """
        {"model": "HIGH", "manager": "mila.horn@acme.example", "reason": "The new board wants to know us better"}""")
public record TouchRequest(
        @NotNull TouchModel model,

        @Pattern(regexp = "[^@\\s]\\S{0,199}", message = "{owner-format}")
        @Schema(
                examples = "mila.horn@acme.example",
                description = "By whom; left out, the manager so far if they have the hours, or who has most of them")
        @Nullable
        String manager,

        @NotBlank
        @Size(max = 200, message = "{text-too-long}")
        @Schema(examples = "The new board wants to know us better")
        String reason) {}
