package dev.rivulet.kit.rest;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The answers that show one resource. */
public final class Answer {

    private Answer() {}

    /** 200 with the version as ETag. */
    public static <T> RestResponse<T> ok(T view, long version) {
        return ResponseBuilder.ok(view).header("ETag", Etag.of(version)).build();
    }

    /** 201 with the place of what was created and its version as ETag. */
    public static <T> RestResponse<T> created(T view, String location, long version) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .header("Location", location)
                .header("ETag", Etag.of(version))
                .build();
    }

    /** 201 of something that never changes. */
    public static <T> RestResponse<T> created(T view, String location) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .header("Location", location)
                .build();
    }
}
