package dev.rivulet.catalog.activity;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.rivulet.catalog.activity.domain.ServiceLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which activity the sale of a product is, for one seller. */
@Schema(examples = """
        {"sellerId": "019b2f6e-0b1c-7cc3-98c4-dc0c0c07398f",
         "productId": "019b2f6e-0b1c-7cc3-98c4-dc0c0c073990", "code": "47.91.2",
         "channelCodes": [{"channel": "SHOP", "code": "47.51"}], "goods": "clothes",
         "serviceLines": ["DELIVERY"]}""")
record AssignmentRequest(
        @NotNull UUID sellerId,
        @NotNull UUID productId,

        @Schema(description = "The activity its sale is for this seller", examples = "47.91.2")
        @NotBlank
        @Size(max = 20, message = "{text-too-long}")
        String code,

        @Schema(description = "Channels by which it is another activity")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 20, message = "{list-too-long}")
        List<@NotNull @Valid ChannelCode> channelCodes,

        @Schema(description = "Category of goods that dated rules name", examples = "medicines")
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "{key-format}")
        @Nullable
        String goods,

        @Schema(description = "What comes along with the sale and is an activity of its own")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 10, message = "{list-too-long}")
        List<@NotNull ServiceLine> serviceLines) {

    AssignmentChange terms() {
        return new AssignmentChange(code, channelCodes, goods, serviceLines);
    }

    static AssignmentRequest of(Assignment assignment) {
        return new AssignmentRequest(
                assignment.sellerId,
                assignment.productId,
                assignment.code,
                assignment.channelCodes,
                assignment.goods,
                assignment.serviceLines);
    }
}
