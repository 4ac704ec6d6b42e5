package dev.rivulet.success.webhook;

/** Where another system of the tenant is told something. */
record Endpoint(String key, long version, String url, SealedSecret secret) {}
