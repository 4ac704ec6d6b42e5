package dev.rivulet.success.care;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who looks after a customer, and what is said of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CareRequest")
public record CareRequest(
        @Size(min = 1, max = 254, message = "{text-too-long}")
        @Schema(
                examples = "mila.horn@acme.example",
                description = "The success manager: the subject or e-mail address of their token, in any case")
        @Nullable
        String manager,

        @Schema(description = "Instead of the segment it was sold to") @Nullable
        UUID segmentId,

        @Schema(description = "The person at the customer who wants it to succeed") @Nullable
        UUID sponsorContactId,

        @Size(max = 50, message = "{list-too-long}")
        @Schema(
                examples = "{\"industry\":\"logistics\"}",
                description = "By the names the tenant has declared; numbers, dates and booleans as texts")
        @Nullable
        Map<String, @NotNull String> attributes) {}
