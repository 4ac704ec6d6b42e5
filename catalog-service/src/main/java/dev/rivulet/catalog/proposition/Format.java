package dev.rivulet.catalog.proposition;

import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What a rendering is written in. */
enum Format {
    MARKDOWN("md", "text/markdown"),
    HTML("html", "text/html");

    final String suffix;
    final String mediaType;

    Format(String suffix, String mediaType) {
        this.suffix = suffix;
        this.mediaType = mediaType;
    }

    /** The first that an Accept header takes; Markdown where anything is welcome. */
    static Format acceptable(List<MediaType> accepted) {
        for (var type : accepted) {
            for (var format : values()) {
                if (type.isCompatible(MediaType.valueOf(format.mediaType))) {
                    return format;
                }
            }
        }
        return MARKDOWN;
    }
}
