package io.mizan.simulation;

import io.mizan.failure.MizanException;
import io.mizan.idempotency.Answer;
import io.mizan.idempotency.Idempotency;
import io.mizan.idempotency.IdempotencyKey;
import io.mizan.idempotency.RequestHash;
import io.mizan.idempotency.Turn;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Something that the merchant wants once, and asks for with one key until it is answered. */
final class Request {
    private final IdempotencyKey key;
    private final RequestHash hash;
    private final Function<UUID, String> work;
    private final Consumer<String> reader;
    private byte[] answer;

    /**
     * @param work does it, and says what the merchant is told
     * @param reader what the merchant makes of it
     */
    Request(String name, Function<UUID, String> work, Consumer<String> reader) {
        this.key = new IdempotencyKey("key-" + name.replace(' ', '-'));
        this.hash = RequestHash.of("POST", "/", name.getBytes(StandardCharsets.UTF_8));
        this.work = work;
        this.reader = reader;
    }

    /** @throws MizanException if it is refused */
    void send(Server server, Chronicle chronicle) {
        chronicle.tell("  " + key);
        var body = perform(server.bean(Idempotency.class), chronicle);
        if (answer != null && !Arrays.equals(answer, body)) {
            throw new AssertionError(key + " was answered differently");
        }
        answer = body;
        var text = new String(body, StandardCharsets.UTF_8);
        chronicle.tell("  answered: " + text);
        reader.accept(text);
    }

    /** As the endpoint does it. */
    private byte[] perform(Idempotency idempotency, Chronicle chronicle) {
        var turn = idempotency.begin(Stage.API_KEY, key, hash);
        if (turn instanceof Turn.Replay replay) {
            chronicle.see("answer replayed");
            return replay.answer().body();
        }
        var mine = (Turn.Work) turn;
        if (!mine.first()) {
            chronicle.see("request taken over");
        }
        String text;
        try {
            text = work.apply(mine.effectId());
        } catch (MizanException refusal) {
            if (mine.first()) {
                idempotency.forget(mine);
            } else {
                idempotency.letGo(mine);
            }
            throw refusal;
        } catch (RuntimeException failure) {
            idempotency.letGo(mine);
            throw failure;
        }
        return idempotency
                .conclude(
                        mine,
                        new Answer(200, "text/plain", "", text.getBytes(StandardCharsets.UTF_8)),
                        Optional.empty())
                .body();
    }
}
