package dev.rivulet.catalog.channel.domain;

/** What is counted before partners sell a product. */
public enum CriterionKind {
    /** Customers to whom the company has sold the product itself: one or two deals are not sales. */
    OWN_CUSTOMERS,
    /** Playbooks of the product as they are published now. */
    PUBLISHED_PLAYBOOKS,
    /** People of partners who are certified on one of those. */
    CERTIFIED_SELLERS
}
