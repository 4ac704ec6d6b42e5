package dev.rivulet.catalog.linter.domain;

/**
 * A rule met in a text.
 *
 * @param pointer JSON pointer to the text
 * @param excerpt the words it was met in, as written
 */
public record Finding(LintRule rule, String pointer, String excerpt) {}
