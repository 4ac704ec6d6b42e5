package dev.rivulet.success.task;

import dev.rivulet.success.input.Dated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something to do that no rule has found. */
@Schema(name = "TaskRequest", examples = """
        {"accountId": "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60",
         "reason": "Send the training plan that was talked about on Tuesday", "dueOn": "2025-05-12",
         "severity": "MEDIUM", "owner": "mila.horn@acme.example", "queue": "success", "escalateTo": "@admin"}""")
public record TaskRequest(
        @Schema(examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60", description = "Left out: about no customer")
        @Nullable
        UUID accountId,

        @NotBlank
        @Size(max = 500, message = "{text-too-long}")
        @Schema(examples = "Send the training plan that was talked about on Tuesday")
        String reason,

        @NotNull
        @Dated
        @Schema(
                examples = "2025-05-12",
                description = "From today, where the customer is, to 365 days later; without a customer, by UTC")
        LocalDate dueOn,

        @Schema(examples = "MEDIUM", description = "Left out, MEDIUM") @Nullable
        Severity severity,

        @Pattern(regexp = "[^@\\s]\\S{0,199}", message = "{owner-format}")
        @Schema(
                examples = "mila.horn@acme.example",
                description = "Name of a person as in the `upn` or `sub` of their token; left out: who takes it from"
                        + " the queue")
        @Nullable
        String owner,

        @Pattern(regexp = "[a-z]{1,40}", message = "{queue-format}")
        @Schema(examples = "success", description = "Role in whose queue it lies without an owner; left out, success")
        @Nullable
        String queue,

        @Pattern(regexp = "\\S{1,200}", message = "{owner-format}")
        @Schema(
                examples = "@admin",
                description = "Who gets it once its deadline has passed: a person, or @ and a role; left out, nobody")
        @Nullable
        String escalateTo) {}
