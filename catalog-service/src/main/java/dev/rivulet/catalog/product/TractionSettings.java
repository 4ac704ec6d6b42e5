package dev.rivulet.catalog.product;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much evidence the gates of the product lifecycle want. */
@ConfigMapping(prefix = "rivulet.product.evidence")
public interface TractionSettings {

    /** Interviews before an idea is validated; fewer than five are anecdotes. */
    @WithDefault("5")
    int interviews();

    /** Pre-sales before a product goes on sale; one or two deals are not sales. */
    @WithDefault("3")
    int preSales();
}
