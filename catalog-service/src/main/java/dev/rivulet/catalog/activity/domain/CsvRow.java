package dev.rivulet.catalog.activity.domain;

import java.util.List;

/**
 * A row of CSV.
 *
 * @param line on which it begins, from 1
 */
public record CsvRow(long line, List<String> fields) {}
