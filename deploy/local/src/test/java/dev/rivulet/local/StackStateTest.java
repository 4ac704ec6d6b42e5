package dev.rivulet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackStateTest {

    @TempDir
    Path data;

    @Test
    void shouldBeReadAsItWasWrittenAndByALineEditorToo() throws Exception {
        var state = new StackState(
                ProcessHandle.current().pid(),
                Map.of("infra", 41L, "catalog-service", 42L),
                Map.of("kafka", 19092, "catalog-service", 8081));

        state.write(data);

        assertEquals(Optional.of(state), StackState.read(data));
        assertTrue(Files.readAllLines(data.resolve("up.json")).contains("  \"catalog-service.pid\" : 42,"));
        assertTrue(state.isRunning());
        assertEquals(8081, state.port("catalog-service"));
        assertThrows(LocalStackException.class, () -> state.port("success-service"));
    }

    @Test
    void shouldNotBeThereAfterTheEnd() throws Exception {
        new StackState(1, Map.of(), Map.of()).write(data);
        StackState.remove(data);

        assertEquals(Optional.empty(), StackState.read(data));
    }

    @Test
    void shouldNotTakeAnotherProgramForAStack() throws Exception {
        Process other = new ProcessBuilder("sleep", "30").start();
        try {
            assertFalse(new StackState(other.pid(), Map.of(), Map.of()).isRunning());
        } finally {
            other.destroy();
        }
    }
}
