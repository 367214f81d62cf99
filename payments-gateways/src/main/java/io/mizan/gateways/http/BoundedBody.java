package io.mizan.gateways.http;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Collects the body of an answer and gives up on one that no provider of ours would send. */
final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {
    /** Far above the longest list that we ask for, in bytes. */
    static final int MOST = 1 << 20;

    private final HttpResponse.BodySubscriber<byte[]> collected = HttpResponse.BodySubscribers.ofByteArray();
    private Flow.Subscription subscription;
    private long received;

    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("an answer of more than " + MOST + " bytes");
        }
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return collected.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription toUpstream) {
        subscription = toUpstream;
        collected.onSubscribe(toUpstream);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        received += part.stream().mapToLong(Buffer::remaining).sum();
        if (received <= MOST) {
            collected.onNext(part);
        } else {
            subscription.cancel();
            collected.onError(new TooLong());
        }
    }

    @Override
    public void onError(Throwable cause) {
        collected.onError(cause);
    }

    @Override
    public void onComplete() {
        collected.onComplete();
    }
}
