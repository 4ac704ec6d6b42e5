package dev.rivulet.kit.webhook;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The keys that webhook secrets are kept under, best from the environment or a secret store. */
@ConfigMapping(prefix = "rivulet.sealing")
interface SealingKeys {

    /** 256-bit AES keys in Base64 by their names; all that something is still sealed with must be among them. */
    Map<String, String> keys();

    /** The one to seal with; what is sealed with another is sealed anew. Needed where there are several. */
    Optional<String> current();

    /** Where no key is configured: a file that holds one, made when it is not there. For development only. */
    Optional<Path> localFile();
}
