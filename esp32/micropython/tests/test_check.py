from expect import equal, raises
from remote.check import parsed

WHOLE = (b"{}", b'{"a":[1,{"b":"}"}]}', b'"a\\"]"', b'{"a\\\\":"\\\\"}', b" [1] ", b"1", '{"ä":"ö"}'.encode())


def test_parsed_of_what_is_whole_is_what_it_says():
    equal([parsed(each) for each in WHOLE], [{}, {"a": [1, {"b": "}"}]}, 'a"]', {"a\\": "\\"}, [1], 1, {"ä": "ö"}])


def test_parsed_of_what_is_cut_off_anywhere_is_refused():
    data = b'{"name":"a\\"b","list":[1,{"x":"y"}],"z":2}'
    for length in range(len(data)):
        raises(ValueError, "", parsed, data[:length])


def test_parsed_of_what_is_no_json_is_refused():
    for wrong in (b"", b"{a:1}", b"nul", b"{}x", b"\xff\xfe", b"]["):
        raises(ValueError, "", parsed, wrong)
