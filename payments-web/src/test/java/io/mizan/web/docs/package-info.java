/** Holds the written pages and the written description of the API to the code. */
package io.mizan.web.docs;
