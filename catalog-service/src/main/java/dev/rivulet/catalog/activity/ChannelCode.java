package dev.rivulet.catalog.activity;

import dev.rivulet.catalog.activity.domain.SaleChannel;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The activity that a sale by one channel is, where it is another one than by the others. */
@Schema(name = "ChannelCode")
record ChannelCode(
        @NotNull SaleChannel channel,

        @Schema(examples = "47.91.2") @NotBlank @Size(max = 20, message = "{text-too-long}")
        String code) {}
