package dev.rivulet.catalog.job;

import java.util.List;

/** A row refused, before its reason has a text. */
record RowError(long seq, long line, String pointer, String code, List<Object> arguments) {}
