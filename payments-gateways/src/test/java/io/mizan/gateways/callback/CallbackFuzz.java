package io.mizan.gateways.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateway.Callback;
import io.mizan.gateway.ProviderRef;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever comes is believed only as it was signed, and is read or refused; and what is read fits our columns. The reader
 * is asked directly as well, for behind a signature it would never see what a provider's own fault could send.
 */
public abstract class CallbackFuzz {
    /** Kept, for a logger that nobody holds forgets that it is quiet. */
    private static final Logger ADAPTERS = Logger.getLogger("io.mizan.gateways");

    private final GenuineCallback genuine;
    private final List<byte[]> messages;

    /** @param others more of what the provider writes, for its reader alone */
    protected CallbackFuzz(GenuineCallback genuine, byte[]... others) {
        this.genuine = genuine;
        this.messages = new ArrayList<>(List.of(others));
        this.messages.add(genuine.raw().body());
    }

    @BeforeContainer
    static void quietly() {
        ADAPTERS.setLevel(Level.OFF);
    }

    @AfterContainer
    static void aloudAgain() {
        ADAPTERS.setLevel(null);
    }

    @Property(tries = 1)
    void it_is_genuine_as_it_was_sent() {
        assertThat(genuine.judged(genuine.raw())).isInstanceOf(Callback.Verdict.Genuine.class);
    }

    @Property(tries = 1_000)
    void what_was_changed_on_its_way_is_not_believed_or_says_the_same(@ForAll Random random) {
        var raw = genuine.raw();
        believedOnlyIfTheSame(new Callback.Raw(raw.headers(), damaged(raw.body(), random)));
    }

    @Property(tries = 1_000)
    void with_other_headers_it_is_not_believed_or_says_the_same(@ForAll Random random) {
        var raw = genuine.raw();
        var headers = new HashMap<>(raw.headers());
        if (!headers.isEmpty()) {
            var names = List.copyOf(headers.keySet());
            headers.computeIfPresent(
                    names.get(random.nextInt(names.size())),
                    (name, value) -> new String(
                            damaged(value.getBytes(StandardCharsets.ISO_8859_1), random), StandardCharsets.ISO_8859_1));
        }
        believedOnlyIfTheSame(new Callback.Raw(headers, raw.body()));
    }

    @Property(tries = 3_000)
    void a_damaged_message_is_read_or_refused(@ForAll Random random) {
        readOrRefused(damaged(messages.get(random.nextInt(messages.size())), random));
    }

    @Property(tries = 3_000)
    void anything_at_all_is_judged_and_read_or_refused(@ForAll byte[] bytes) {
        assertThat(genuine.judged(new Callback.Raw(genuine.raw().headers(), bytes)))
                .isNotInstanceOf(Callback.Verdict.Genuine.class);
        readOrRefused(bytes);
    }

    private void believedOnlyIfTheSame(Callback.Raw raw) {
        if (genuine.judged(raw) instanceof Callback.Verdict.Genuine believed) {
            assertThat(claims(genuine.read(raw.body(), believed.proof())))
                    .isEqualTo(claims(genuine.read(genuine.raw().body(), believed.proof())));
        }
    }

    private static Object claims(Callback.Reading reading) {
        return reading instanceof Callback.Reading.Relevant relevant
                ? relevant.observation().facts()
                : reading;
    }

    private void readOrRefused(byte[] body) {
        Callback.Reading reading;
        try {
            reading = genuine.read(body, "proof");
        } catch (IllegalArgumentException refused) {
            return;
        }
        if (reading instanceof Callback.Reading.Relevant relevant) {
            var told = relevant.observation();
            assertThat(told.message().type()).matches("[ -~]{1,100}");
            assertThat(told.message().ref()).matches("[ -~]{0,100}");
            assertFit(told.refs());
            assertThat(told.facts()).allMatch(fact -> fact.objectRef().matches("[!-~]{1,255}"));
        } else if (reading instanceof Callback.Reading.Hint hint) {
            assertThat(hint.reason()).matches("[ -~]{1,100}");
            assertFit(hint.refs());
        } else if (reading instanceof Callback.Reading.Irrelevant irrelevant) {
            assertThat(irrelevant.reason()).matches("[ -~]{1,100}");
        }
    }

    private static void assertFit(List<ProviderRef> refs) {
        assertThat(refs).extracting(ProviderRef::value).allMatch(ref -> ref.matches("[!-~]{1,255}"));
    }

    private static byte[] damaged(byte[] message, Random random) {
        var bytes = message.clone();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
