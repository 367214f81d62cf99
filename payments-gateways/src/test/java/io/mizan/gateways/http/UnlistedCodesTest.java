package io.mizan.gateways.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnlistedCodesTest {
    private static final Logger LOG = Logger.getLogger(UnlistedCodesTest.class.getName());

    private final List<Object> logged = new ArrayList<>();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line.getParameters()[1]);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final UnlistedCodes codes = new UnlistedCodes(LOG, Level.WARNING, "test.unlisted");

    @BeforeEach
    void listen() {
        LOG.setUseParentHandlers(false);
        LOG.addHandler(recorder);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(recorder);
    }

    @Test
    void a_word_is_logged_once_and_forges_no_line() {
        for (int i = 0; i < 100; i++) {
            codes.tell("new_word\nevent=forged");
        }

        assertThat(logged).containsExactly("new_word?event?forged");
    }

    @Test
    void so_many_new_words_are_no_words() {
        for (int i = 0; i < 5000; i++) {
            codes.tell("word" + i);
        }

        assertThat(logged).hasSize(1000);
    }
}
