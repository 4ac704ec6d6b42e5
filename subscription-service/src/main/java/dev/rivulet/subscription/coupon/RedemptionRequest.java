package dev.rivulet.subscription.coupon;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A coupon to be redeemed. */
@Schema(name = "RedemptionRequest", examples = """
        {"code": "WELCOME-20"}""")
public record RedemptionRequest(
        @NotBlank @Size(max = 40, message = "{text-too-long}") @Schema(examples = "WELCOME-20")
        String code) {}
