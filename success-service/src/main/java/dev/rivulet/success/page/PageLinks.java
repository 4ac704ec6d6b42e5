package dev.rivulet.success.page;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the pages are found from outside. */
@Singleton
public class PageLinks {

    private final String root;

    PageLinks(@ConfigProperty(name = "rivulet.pages.url") String root) {
        this.root = root.replaceFirst("/+$", "");
    }

    /** The link to a page, such as {@code survey-pages}. */
    public String to(String page, PageToken token) {
        return root + "/" + page + "/" + token.text();
    }
}
