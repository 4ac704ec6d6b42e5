package dev.rivulet.catalog.partner;

/** The participants every market has; a tenant adds its own as {@link PartnerRole}. */
enum BuiltInRole {
    VENDOR("Vendor", false),
    DISTRIBUTOR("Distributor", true),
    RESELLER("Reseller", true),
    CONSUMER("Consumer", false);

    final String title;
    final boolean sells;

    BuiltInRole(String title, boolean sells) {
        this.title = title;
        this.sells = sells;
    }
}
