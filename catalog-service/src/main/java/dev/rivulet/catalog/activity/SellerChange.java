package dev.rivulet.catalog.activity;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be changed of a seller: not its key. */
record SellerChange(
        @Schema(examples = "Northwind Shop LLC") @NotBlank @Size(max = 200, message = "{text-too-long}")
        String name,

        @Schema(description = "The edition its codes are of") @NotNull
        UUID editionId,

        @Schema(description = "The one main code: the activity that earns most", examples = "62.09")
        @NotBlank
        @Size(max = 20, message = "{text-too-long}")
        String mainCode,

        @Schema(description = "A code covers everything under it", examples = "[\"47.91\", \"53.20.31\"]")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 100, message = "{list-too-long}")
        List<@NotBlank @Size(max = 20, message = "{text-too-long}") String> additionalCodes,

        @JsonSetter(nulls = Nulls.AS_EMPTY) @Size(max = 50, message = "{list-too-long}")
        List<@NotNull @Valid Licence> licences) {

    static SellerChange of(Seller seller) {
        return SellerRequest.of(seller).terms();
    }
}
