"""
What people type in front of any film, meaning none of its options: greetings, hunger, questions.

Written for this project. A text that is nearer to these than to the options is asked again.
"""

from typing import Final

CHATTER: Final = (
    "how long is this film", "hello everybody", "who is the actor", "what is this movie called",
    "when was it made", "I am hungry", "I need the toilet", "where is the exit",
    "what time is it", "nice music", "beautiful picture", "what a pretty place", "haha funny",
    "this is boring", "I like it", "I don't know", "no idea", "is it a true story",
    "how much does it cost", "my grandmother had one like that", "it reminds me of my childhood",
    "what is his name", "how old is she", "is this real", "turn the volume up",
    "the sound is too low", "call the police", "good night", "thank you", "can we eat popcorn",
    "I love that song", "cool", "wow", "test test", "asdf", "where was this filmed",
    "which country is this", "what happens next", "I am tired", "my feet hurt",
    "it is cold in here", "are you a robot", "cats are cute", "I prefer dogs", "what year is it",
    "who wrote this", "look at that", "fight", "kiss", "is there wifi",
    "I have seen this before", "same here", "你好", "大家好", "晚上好", "这电影多长",
    "这是什么电影", "演员是谁", "主角好帅", "女主好漂亮", "在哪里拍的", "哈哈哈哈", "笑死我了",
    "好无聊", "我饿了", "想吃火锅", "厕所在哪", "现在几点", "今天星期几", "多少钱", "这个好贵",
    "音乐真好听", "求歌名", "画面好美", "好可爱", "真实吗", "是真的吗", "我小时候也这样",
    "我妈也这样", "让我想起奶奶", "泪目", "看哭了", "加油", "新年快乐", "不知道", "随便",
    "叫什么名字", "他几岁了", "这是哪里", "哪一年", "什么牌子", "能拍照吗", "有没有无线网",
    "声音太小了", "吓死我了", "打起来", "报警", "太吵了", "好冷啊", "好热", "累死了", "下一集呢",
    "导演是谁", "六六六", "厉害", "点赞", "老师好", "测试",
)  # fmt: skip
