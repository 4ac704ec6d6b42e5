package dev.rivulet.success.erasure;

import java.util.UUID;

/**
 * That a person is named in what somebody wrote.
 *
 * @param id of what it was written on
 * @param in the property that holds it
 */
public record Naming(UUID id, String in, String text) {}
