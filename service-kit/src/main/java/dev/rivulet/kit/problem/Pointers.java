package dev.rivulet.kit.problem;

import com.fasterxml.jackson.databind.JsonMappingException;

/** RFC 6901 pointers from Jackson's paths. */
final class Pointers {

    private Pointers() {}

    static String of(JsonMappingException e) {
        var pointer = new StringBuilder();
        for (var step : e.getPath()) {
            pointer.append('/');
            if (step.getFieldName() != null) {
                pointer.append(escaped(step.getFieldName()));
            } else {
                pointer.append(step.getIndex());
            }
        }
        return pointer.toString();
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
