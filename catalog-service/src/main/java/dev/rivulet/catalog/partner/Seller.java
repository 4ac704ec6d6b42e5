package dev.rivulet.catalog.partner;

/**
 * What a partner brings to the sale of a product.
 *
 * @param active whether it sells at present
 * @param roleSells whether partners of its role sell at all
 * @param certified how many of its people know the product's playbooks as they are published now
 */
public record Seller(boolean active, boolean roleSells, long certified) {}
