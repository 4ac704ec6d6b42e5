package dev.rivulet.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Problem details (RFC 9457), media type {@code application/problem+json}.
 *
 * @param type a URI that names the problem; ends in the code
 * @param title short text of the status, in the caller's language
 * @param status the HTTP status
 * @param detail what exactly is wrong, in the caller's language (en, ru)
 * @param code stable, for programs
 * @param traceId names the request in logs and traces
 * @param errors the fields at fault, each with an RFC 6901 pointer into the body, or {@code ?name} for a query
 *     parameter
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem", description = "Problem details, RFC 9457")
public record Problem(
        @Schema(examples = "https://rivulet.dev/problems/validation-failed")
        String type,

        @Schema(examples = "Invalid request") String title,
        @Schema(examples = "400") int status,
        @Schema(examples = "One field is not valid.") String detail,
        @Schema(examples = "validation-failed") String code,

        @Schema(examples = "4bf92f3577b34da6a3ce929d0e0e4736") @Nullable
        String traceId,

        List<FieldError> errors) {

    /** One field at fault. */
    @Schema(name = "FieldError")
    public record FieldError(
            @Schema(examples = "/price/amount") String pointer,
            @Schema(examples = "amount-negative") String code,
            @Schema(examples = "must not be negative") String detail) {}
}
