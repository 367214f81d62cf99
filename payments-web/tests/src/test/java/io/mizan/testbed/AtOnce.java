package io.mizan.testbed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Has several callers do something at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** @param act what the caller of that number does @return what each of them got, in the order of their numbers */
    public static <T> List<T> call(int callers, IntFunction<T> act) throws Exception {
        var start = new CyclicBarrier(callers);
        var pool = Executors.newFixedThreadPool(callers);
        try {
            var calls = IntStream.range(0, callers)
                    .<Callable<T>>mapToObj(number -> () -> {
                        start.await();
                        return act.apply(number);
                    })
                    .toList();
            var results = new ArrayList<T>();
            for (Future<T> result : pool.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
