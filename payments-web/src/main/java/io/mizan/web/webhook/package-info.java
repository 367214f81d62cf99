/**
 * Providers' callbacks. The body is bounded, judged by its signature and stored before it is answered, in a few
 * milliseconds and whatever else is slow; what it means is worked out afterwards.
 */
package io.mizan.web.webhook;
