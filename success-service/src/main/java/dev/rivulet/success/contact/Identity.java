package dev.rivulet.success.contact;

import java.util.UUID;

/** What a person goes by or went by, and at which customer. */
public record Identity(UUID accountId, String name, String email) {}
