package dev.rivulet.subscription.deal;

import dev.rivulet.kit.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An interest that has been qualified.
 *
 * @param accountId the customer, or else a prospect
 * @param propositionId needed at the latest when the deal is proposed
 * @param owner whose deal it is; the caller's if absent
 * @param registrationId the approved registration of the partner it comes through
 */
@Schema(name = "DealRequest", examples = """
        {"prospect": {"name": "Northwind Training GmbH", "contact": "Anna Berger, HR head",
         "email": "anna.berger@northwind.example", "zone": "Europe/Berlin"},
         "productId": "0197a3f0-4a0b-7b2d-8a41-5e0e0b5a6901", "segmentId": "0197a3f0-4a0b-7b2d-8a41-5e0e0b5a6902",
         "expectedAmount": {"amount": "1200.00", "currency": "EUR"}, "expectedClose": "2026-06-30",
         "propositionId": "0197a3f0-6c2d-7b4f-8c63-7a2a1d7c8b02",
         "lines": [{"planId": "0197a3f0-5b1c-7c3e-9a52-6f1f0c6b7a01", "seats": 25}]}""")
public record DealRequest(
        @Nullable
        @Schema(
                examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03",
                description = "An existing customer; this or a prospect")
        UUID accountId,

        @Nullable @Valid Prospect prospect,

        @NotNull @Schema(examples = "0197a3f0-4a0b-7d2e-8b41-5e0e9b5a6900", description = "A product with an offer")
        UUID productId,

        @NotNull @Schema(examples = "0197a3f0-3f1a-7a1d-9d30-4d9d8a495800")
        UUID segmentId,

        @Nullable
        @Size(max = 200, message = "{text-too-long}")
        @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "{owner-blank}")
        @Schema(examples = "mila.horn@acme.example", description = "Whose deal it is; the caller's if absent")
        String owner,

        @NotNull @Schema(description = "What it is expected to bring; not negative")
        Money expectedAmount,

        @NotNull @Schema(examples = "2026-05-31") LocalDate expectedClose,

        @Nullable
        @Schema(
                examples = "0197a3f0-6c2d-7b4f-8c63-7a2a1d7c8b02",
                description = "An approved proposition of the product; needed when the deal is proposed")
        UUID propositionId,

        @Nullable @Size(max = 50, message = "{list-too-long}") @Valid
        List<@NotNull DealLine> lines,

        @Nullable
        @Schema(
                examples = "0197a3f5-1a2b-7c3d-8e4f-5a6b7c8d9e01",
                description = "The approved registration of the partner that brings the customer")
        UUID registrationId) {}
