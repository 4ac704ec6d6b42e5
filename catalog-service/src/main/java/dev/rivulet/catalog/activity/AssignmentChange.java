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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be changed of an assignment: neither its seller nor its product. */
record AssignmentChange(
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

    static AssignmentChange of(Assignment assignment) {
        return AssignmentRequest.of(assignment).terms();
    }
}
