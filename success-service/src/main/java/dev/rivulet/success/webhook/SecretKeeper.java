package dev.rivulet.success.webhook;

/** Rows that hold secrets of webhooks; of whichever feature has some. */
public interface SecretKeeper {

    /** Seals anew those of the current tenant that are not sealed with the present key; how many. */
    int reseal();
}
