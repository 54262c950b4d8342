"""A publisher on 127.0.0.1 that does what publishers do: hands out, has not changed, leads
elsewhere, breaks off, is silent. Writes its port to `port`, and every request to `asked`."""
import gzip
import hashlib
import http.server
import os
import time

LAST_MODIFIED = "Thu, 12 Feb 2026 10:00:00 GMT"


class Publisher(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *words):
        pass

    def answer(self, status, body=b"", headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def file(self, packed=False):
        """The file `served`, unless the asker has it."""
        with open("served", "rb") as served:
            body = served.read()
        tag = '"%s"' % hashlib.sha256(body).hexdigest()[:16]
        headers = [("ETag", tag), ("Last-Modified", LAST_MODIFIED)]
        if self.headers.get("If-None-Match") == tag:
            return self.answer(304, headers=headers)
        if packed:
            return self.answer(200, gzip.compress(body), headers + [("Content-Encoding", "gzip")])
        return self.answer(200, body, headers)

    def break_off(self, chunked):
        self.send_response(200)
        if chunked:
            self.send_header("Transfer-Encoding", "chunked")
        else:
            self.send_header("Content-Length", "100000")
        self.end_headers()
        self.wfile.write(b"64\r\n" + b"x" * 50 if chunked else b"x" * 500)
        self.wfile.flush()
        self.connection.close()
        self.close_connection = True

    def pour(self):
        """More than anybody wants, and nobody said how much."""
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            for _ in range(200):
                self.wfile.write(b"10000\r\n" + b"1" * 65536 + b"\r\n")
        except OSError:
            pass
        self.close_connection = True

    def do_GET(self):
        with open("asked", "a") as asked:
            asked.write("%s %s %s\n" % (self.path, self.headers.get("If-None-Match", "-"),
                                        self.headers.get("If-Modified-Since", "-")))
        name = self.path.strip("/").split("?")[0]
        if name.isdigit():
            return self.answer(int(name), b"no")
        leads = {"elsewhere": "/file.csv", "circle": "/circle", "away": "http://192.0.2.1/file.csv",
                 "nowhere": "file:///etc/passwd"}
        if name in leads:
            return self.answer(302, headers=[("Location", leads[name])])
        if name == "page":
            return self.answer(200, b"<!doctype html><title>Sorry</title>",
                               [("Content-Type", "text/html"), ("ETag", '"page"')])
        if name == "odd":
            return self.answer(304)
        if name == "large":
            return self.answer(200, b"1" * 2000000)
        if name == "silent":
            return time.sleep(20)
        return {"file.csv": self.file, "packed": lambda: self.file(True),
                "cut": lambda: self.break_off(False), "cut-chunk": lambda: self.break_off(True),
                "pour": self.pour}[name]()


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Publisher)
server.daemon_threads = True
with open("port.part", "w") as port:
    port.write(str(server.server_address[1]))
os.rename("port.part", "port")
server.serve_forever()
