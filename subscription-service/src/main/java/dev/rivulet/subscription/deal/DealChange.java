package dev.rivulet.subscription.deal;

import dev.rivulet.kit.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What of an open deal can be changed. */
@Schema(name = "DealChange")
public record DealChange(
        @NotNull @Schema(examples = "0197a3f0-3f1a-7a1d-9d30-4d9d8a495800")
        UUID segmentId,

        @NotBlank @Size(max = 200, message = "{text-too-long}") @Schema(examples = "mila.horn@acme.example")
        String owner,

        @NotNull @Schema(description = "What it is expected to bring; not negative")
        Money expectedAmount,

        @NotNull @Schema(examples = "2026-05-31") LocalDate expectedClose,

        @Nullable
        @Schema(
                examples = "0197a3f0-6c2d-7b4f-8c63-7a2a1d7c8b02",
                description = "An approved proposition of the product; pinned at its version of the moment")
        UUID propositionId,

        @NotNull @Size(max = 50, message = "{list-too-long}") @Valid
        List<@NotNull DealLine> lines) {}
