/**
 * JSON as the API speaks it. Requests are read strictly and by name: what a body may hold is written in one place, and
 * a member that is unknown, missing, double or of the wrong type is refused with its exact path. Answers are written in
 * snake_case, amounts as {@code {minor, currency, decimal}}, times in ISO 8601 UTC.
 */
package io.mizan.web.json;
