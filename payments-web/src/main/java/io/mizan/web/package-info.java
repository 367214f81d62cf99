/** The HTTP surface: the API, providers' callbacks, the customer's way back, and the demonstration shop. */
package io.mizan.web;
