package dev.rivulet.catalog.activity;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A seller, whole. */
@Schema(examples = """
        {"key": "northwind-shop", "name": "Northwind Shop LLC",
         "editionId": "019b2f6e-0b1c-7cc3-98c4-dc0c0c07398f", "mainCode": "62.09",
         "additionalCodes": ["47.91", "53.20.31"],
         "licences": [{"code": "53.20.31", "number": "L030-00114-77/00123456", "validFrom": "2026-01-01", "validTo":
          "2031-01-01"}]}""")
record SellerRequest(
        @Schema(
                description =
                        "Human identifier, unique and immutable; where it is that of the legal entity that invoices,"
                                + " those invoices are this seller's revenue and no other's",
                examples = "northwind-shop")
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "{key-format}")
        String key,

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

    SellerChange terms() {
        return new SellerChange(name, editionId, mainCode, additionalCodes, licences);
    }

    static SellerRequest of(Seller seller) {
        return new SellerRequest(
                seller.key, seller.name, seller.editionId, seller.mainCode, seller.additionalCodes, seller.licences);
    }
}
