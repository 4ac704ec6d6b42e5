package dev.rivulet.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The walk in the README, command for command, only on this stack's ports and data. */
class ReadmeWalkIT {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    private final RunningStack stack = RunningStack.shared();

    @Test
    void shouldWorkAsWritten() throws Exception {
        var script = stack.data.resolve("walk.sh");
        var output = stack.data.resolve("walk.out");
        Files.writeString(script, "set -eu -o pipefail\n" + String.join("\n", commands()));
        var walk = new ProcessBuilder("bash", script.toString())
                .directory(stack.root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        var ended = walk.waitFor(3, TimeUnit.MINUTES);
        walk.destroyForcibly();
        assertThat(ended).as(Files.readString(output)).isTrue();
        assertThat(walk.exitValue()).as(Files.readString(output)).isZero();
        assertThat(Files.readString(output)).contains("\"outcome\":\"CONFIRMED\"");
        stack.assertNothingBroke();
    }

    private List<String> commands() throws IOException {
        var readme = Files.readString(stack.root.resolve("README.md"));
        var blocks =
                BLOCK.matcher(readme).results().map(match -> match.group(1)).toList();
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(6);
        return blocks.stream()
                .map(block -> block.replace("localhost:8081", stack.catalog("").replace("http://", ""))
                        .replace("localhost:8082", stack.subscription("").replace("http://", ""))
                        .replace("localhost:8083", stack.success("").replace("http://", ""))
                        .replace("./deploy/token", "./deploy/token --data " + stack.data))
                .toList();
    }
}
