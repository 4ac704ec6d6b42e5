package dev.rivulet.catalog.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a product needs before partners may sell it. */
@ConfigMapping(prefix = "rivulet.channel")
public interface ChannelSettings {

    /** Customers of the company's own: one or two deals are not sales, they may be luck or friendship. */
    @WithDefault("10")
    int ownCustomers();

    /** Partners' people who know a published playbook of the product. */
    @WithDefault("1")
    int certifiedSellers();
}
