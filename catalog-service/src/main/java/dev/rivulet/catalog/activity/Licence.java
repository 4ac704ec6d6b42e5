package dev.rivulet.catalog.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.catalog.activity.domain.SaleQuestion;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A licence of a seller for an activity and everything under it. Dates are local. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Licence")
record Licence(
        @Schema(examples = "46.46") @NotBlank @Size(max = 20, message = "{text-too-long}")
        String code,

        @Schema(examples = "L042-01137-77/00123456") @NotBlank @Size(max = 100, message = "{text-too-long}")
        String number,

        @Schema(description = "First day it holds") @Nullable
        LocalDate validFrom,

        @Schema(description = "First day it no longer holds") @Nullable
        LocalDate validTo) {

    SaleQuestion.Licence asAsked() {
        return new SaleQuestion.Licence(code, validFrom, validTo);
    }
}
